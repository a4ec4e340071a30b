"""How a misconception changes what a program does."""
