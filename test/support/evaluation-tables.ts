/** A row of a leaderboard; of a paper without an arXiv identifier when none is given. */
export interface TableRow {
  paper: string;
  model: string;
  metrics: object;
  arxivId?: string;
}

/** A leaderboard as Papers with Code wrote it into `evaluation-tables.json`. */
export const datasetOf = (dataset: string, rows: readonly TableRow[], subdatasets: readonly object[] = []): object => ({
  dataset,
  dataset_citations: [],
  dataset_links: [],
  description: '',
  sota: {
    metrics: [...new Set(rows.flatMap(({ metrics }) => Object.keys(metrics)))],
    rows: rows.map(({ paper, model, metrics, arxivId }) => ({
      code_links: [],
      metrics,
      model_links: [],
      model_name: model,
      paper_date: '2019-09-05',
      paper_title: paper,
      paper_url: arxivId === undefined ? '' : `https://arxiv.org/abs/${arxivId}`,
      uses_additional_data: false,
    })),
  },
  subdatasets,
});

/** A task with its leaderboards and subtasks. */
export const taskOf = (task: string, datasets: readonly object[], subtasks: readonly object[] = []): object => ({
  categories: [],
  datasets,
  description: '',
  subtasks,
  synonyms: [],
  task,
});

/** The text of `evaluation-tables.json`. */
export const tablesText = (...tasks: readonly object[]): string => JSON.stringify(tasks, null, 1);
