"""The part that runs inside the sandbox: prepares what a program needs, runs it, tells what happened."""
