/** Begins to send traces where the standard settings of OpenTelemetry name a collector; answers how to end. */
export async function openTracing(env: NodeJS.ProcessEnv): Promise<{ close(): Promise<void> }> {
  const collector = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT;
  const isOff = env.OTEL_SDK_DISABLED === 'true' || env.OTEL_TRACES_EXPORTER === 'none';
  if (!collector || isOff) return { close: async () => {} };
  const { startTracing } = await import('../watch/tracing.js');
  return startTracing(env);
}
