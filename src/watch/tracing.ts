// Sends traces to a collector, where the standard settings of OpenTelemetry name one; the rest of them (headers,
// timeout, compression) the exporter reads by itself.
import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { ConfigError } from '../errors.js';

/** Traces that are being sent; `close` sends what is left, and waits a moment for it. */
export interface Tracing {
  close(): Promise<void>;
}

const patienceMs = 3_000;

/**
 * Begins to record and send traces.
 * @throws ConfigError where a setting asks for what is not there.
 */
export function startTracing(
  env: Readonly<NodeJS.ProcessEnv>,
  processor: (() => SpanProcessor) | undefined = exporting(env),
): Tracing {
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'open-motions' }))
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerOf(env),
    spanProcessors: [processor()],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return {
    async close() {
      const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
      // A collector that is away is no reason not to end.
      await Promise.race([provider.shutdown().catch(() => {}), patience]);
    },
  };
}

function exporting({ OTEL_EXPORTER_OTLP_TRACES_PROTOCOL, OTEL_EXPORTER_OTLP_PROTOCOL }: NodeJS.ProcessEnv) {
  const protocol = OTEL_EXPORTER_OTLP_TRACES_PROTOCOL || OTEL_EXPORTER_OTLP_PROTOCOL || 'http/protobuf';
  if (protocol !== 'http/protobuf') throw refused('OTEL_EXPORTER_OTLP_PROTOCOL', 'http/protobuf', protocol);
  return () => new BatchSpanProcessor({ exporter: new OTLPTraceExporter() });
}

const refused = (path: string, expected: string, got: string) =>
  new ConfigError([{ expected, got: JSON.stringify(got), at: { path } }]);

function samplerOf({ OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG }: NodeJS.ProcessEnv): Sampler {
  const name = OTEL_TRACES_SAMPLER || 'parentbased_always_on';
  const ratio = Number(OTEL_TRACES_SAMPLER_ARG || '1');
  if (!(ratio >= 0 && ratio <= 1)) {
    throw refused('OTEL_TRACES_SAMPLER_ARG', 'a number from 0 to 1', `${OTEL_TRACES_SAMPLER_ARG}`);
  }
  const samplers: Record<string, () => Sampler> = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  const [, parent, root = ''] = /^(parentbased_)?(.*)$/.exec(name) ?? [];
  const make = Object.hasOwn(samplers, root) ? samplers[root] : undefined;
  if (!make) {
    const known = Object.keys(samplers).flatMap((each) => [each, `parentbased_${each}`]);
    throw refused('OTEL_TRACES_SAMPLER', `one of ${known.join(', ')}`, name);
  }
  return parent ? new ParentBasedSampler({ root: make() }) : make();
}
