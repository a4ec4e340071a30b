export { textOf } from './passage.ts';
export type { AnswerForm, Complaint, QuizFormat, QuizOption, QuizQuestion, QuizReading } from './question.ts';
export { type QuizItem, type QuizTask, toQuizItem } from './quiz-item.ts';
export { readQuiz } from './read-quiz.ts';
export { canBeGift, writeGift } from './write-gift.ts';
export { canBeMoodleXml, writeMoodleXml } from './write-moodle-xml.ts';
export { writeQti3 } from './write-qti3.ts';
