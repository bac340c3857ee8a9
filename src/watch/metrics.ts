// What a server counts of itself, in Prometheus’s format. Every label is one of few words of ours: a route’s
// pattern, a status, a code. No address, name or text of a request is one.
import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { KeptAnswers } from '../store/kept-answers.js';
import type { UnderWay } from '../store/under-way.js';
import type { StatementWatch } from '../store/watched-client.js';
import type { Ended } from './ended.js';

// Of the process, whose collectors would otherwise be started with each server of it.
let own: Registry | undefined;

function processRegistry(): Registry {
  if (own) return own;
  own = new Registry();
  collectDefaultMetrics({ register: own });
  return own;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const points = [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000];

/** The counters of one server. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];

  private readonly requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered, or given up by their reader (status aborted).',
    labelNames: ['method', 'route', 'status'],
    registers: this.registers,
  });
  private readonly requestSeconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route'],
    buckets: seconds,
    registers: this.registers,
  });
  private readonly operations = new Counter({
    name: 'graph_operations_total',
    help: 'Operations of the graph by the code of their first fault, OK where there is none.',
    labelNames: ['code'],
    registers: this.registers,
  });
  private readonly costs = new Histogram({
    name: 'graph_operation_cost_points',
    help: 'Cost of operations that were measured, computed before they run.',
    labelNames: ['code'],
    buckets: points,
    registers: this.registers,
  });
  private readonly statements = new Histogram({
    name: 'statement_duration_seconds',
    help: 'SQL statements, from their sending to the end of their rows; result is done or failed.',
    labelNames: ['result'],
    buckets: seconds,
    registers: this.registers,
  });

  /** Counts a request. */
  readonly ended = ({ method, route, status, milliseconds, operation }: Ended): void => {
    this.requests.inc({ method, route, status: status ?? 'aborted' });
    this.requestSeconds.observe({ method, route }, milliseconds / 1000);
    if (!operation) return;
    this.operations.inc({ code: operation.code });
    if (operation.cost !== null) this.costs.observe({ code: operation.code }, operation.cost);
  };

  /** Counts a statement. */
  readonly statement: StatementWatch = () => {
    const began = performance.now();
    return (error) => {
      const result = error ? 'failed' : 'done';
      this.statements.observe({ result }, (performance.now() - began) / 1000);
    };
  };

  /** Tells of the connections of a pool as they are when they are asked about. */
  watchPool(pool: pg.Pool): void {
    this.gauge('database_connections', 'Connections to the database.', ['state'], () => [
      [{ state: 'idle' }, pool.idleCount],
      [{ state: 'busy' }, pool.totalCount - pool.idleCount],
    ]);
    this.gauge('database_connections_most', 'Connections there may be.', [], () => [[{}, pool.options.max]]);
    this.gauge('database_waiting', 'Requests that wait for a connection.', [], () => [
      [{}, pool.waitingCount],
    ]);
  }

  /** Tells how many requests are answered from the store, and how many may be. */
  watchUnderWay(underWay: UnderWay): void {
    this.gauge('requests_under_way', 'Requests answered from the store now.', [], () => [[{}, underWay.now]]);
    this.gauge('requests_under_way_most', 'More are told to come again.', [], () => [[{}, underWay.most]]);
  }

  /** Tells how often an answer was kept. */
  watchKept(answers: KeptAnswers): void {
    const counter: Counter = new Counter({
      name: 'kept_answers_total',
      help: 'Answers and pages asked for that were kept (hit), had to be made (miss) or were held by the reader.',
      labelNames: ['result'],
      registers: this.registers,
      collect() {
        counter.reset();
        for (const [result, count] of Object.entries(answers.counts)) counter.inc({ result }, count);
      },
    });
  }

  /** Adds a gauge whose values, each with its labels, are read when they are asked about. */
  gauge(name: string, help: string, labelNames: string[], read: () => Reading | Promise<Reading>): void {
    const gauge: Gauge = new Gauge({
      ...{ name, help, labelNames, registers: this.registers },
      async collect() {
        const values = await read();
        gauge.reset();
        // Reset, one without labels would tell 0.
        if (labelNames.length === 0) gauge.remove({});
        for (const [labels, value] of values) gauge.set(labels, value);
      },
    });
  }

  /** All of it, with what the process tells of itself, as Prometheus reads it. */
  text(): Promise<string> {
    return Registry.merge([processRegistry(), this.registry]).metrics();
  }

  /** The media type of the text. */
  get type(): string {
    return this.registry.contentType;
  }
}

/** Values with their labels; a gauge without labels that has no value tells none. */
export type Reading = readonly (readonly [Record<string, string>, number])[];
