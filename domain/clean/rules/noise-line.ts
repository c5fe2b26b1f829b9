import { lineRule } from '../line-rule.ts';

/** A line of signs only, which the machine made of a speck or a line of the form. */
export const noiseLine = lineRule({
  name: 'noise-line',
  explanation: 'A sign without words, read from a speck or a line of the form.',
  placed: 'all',
  examples: [
    'One.⏎⏎:⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎•⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎-⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎________⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎* * *⏎⏎Two. → =',
    'One.⏎⏎. . .⏎⏎Two. → =',
    'One.⏎⏎?⏎⏎Two. → =',
    'Tea 2⏎"⏎Oil 3 → =',
  ],
  pattern: /^(?:[:;,'`´|\\/_~^°•·●○■▪<>=+–—-]{1,2}|[-–—|] [-–—|]|_{4,120}|\.{8,120})$/,
  as: null,
  longest: 120,
  apart: false,
});
