/**
 * The assessments of one patient, in order of time. They live in this object only: nothing is stored.
 *
 * A row is {moment, baseline, outcomes, min, max, result}; `result` is null for one taken over from the record.
 */
(() => {
  const course = ((window.vademecum ??= {}).course ??= {});
  const { form } = window.vademecum;

  course.Rows = class {
    #rows = [];

    get all() {
      return [...this.#rows];
    }

    get empty() {
      return this.#rows.length === 0;
    }

    /** The latest assessment that was marked as the baseline. */
    get baseline() {
      return this.#rows.findLast((row) => row.baseline);
    }

    has(moment) {
      return this.#rows.some((row) => row.moment === moment);
    }

    add(row) {
      this.#rows.push(row);
      this.#rows.sort((a, b) => (a.moment < b.moment ? -1 : 1));
    }

    remove(row) {
      this.#rows.splice(this.#rows.indexOf(row), 1);
    }

    clear() {
      this.#rows = [];
    }
  };

  /** @param {object} result of `calculators.evaluate` */
  course.assessed = (moment, baseline, result) => {
    const { outcomes, score } = result;
    return { moment, baseline, outcomes, min: score.min, max: score.max, result };
  };

  /** @param {{score: number, outcome: string}} level as the record names it */
  course.recorded = (moment, baseline, level) => {
    return { moment, baseline, outcomes: [level.outcome], min: level.score, max: level.score, result: null };
  };

  /** The result of a row in words, `Grado 3 o 4`; with the score where an outcome stands for several. */
  course.resultText = (words, row) => {
    const outcomes = words.outcomeList(row.outcomes);
    if (words.levels.length === Object.keys(words.outcomes).length) return outcomes;
    return `${outcomes}. ${form.scoreText(words, { score: row })}`;
  };

  /** What else is to be known of a row: that it is the baseline, that it was taken over from the record. */
  course.noteText = (words, row) => {
    const notes = [row.baseline && words.say("course.baseline"), !row.result && words.say("course.from_record")];
    return notes.filter(Boolean).join(", ");
  };
})();
