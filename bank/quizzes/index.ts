export { textOf } from './passage.ts';
export type { AnswerForm, Complaint, QuizFormat, QuizOption, QuizQuestion, QuizReading } from './question.ts';
export { mostTextBytes } from './quiz-text.ts';
export { readQuiz } from './read-quiz.ts';
