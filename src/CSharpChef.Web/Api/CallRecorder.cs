using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Web.Api;

/// <summary>Records every call: one line in the log, and the metrics.</summary>
internal sealed class CallRecorder : IDisposable
{
    public const string MeterName = "CSharpChef";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> calls;
    private readonly Histogram<double> durations;
    private readonly ILogger log;
    private readonly TimeProvider time;

    public CallRecorder(ILogger log, TimeProvider time)
    {
        this.log = log;
        this.time = time;
        calls = meter.CreateCounter<long>(
            "csharpchef.api.calls", description: "Calls of the API, by operation and result code.");
        durations = meter.CreateHistogram(
            "csharpchef.api.duration", "s", "Duration of calls of the API.", null, Seconds);
    }

    public void Add(CallContext call, ApiAnswer answer)
    {
        var duration = time.GetElapsedTime(call.Started);
        var operation = new KeyValuePair<string, object?>("operation", call.Label(answer));
        calls.Add(1, operation, new("code", answer.Code ?? "OK"));
        durations.Record(duration.TotalSeconds, operation);
        Write(CallLogLine.Of(call, answer, duration));
    }

    /// <summary>Records a call whose client disconnected before its answer.</summary>
    public void AddDisconnected(CallContext call) =>
        Write(CallLogLine.Disconnected(call, time.GetElapsedTime(call.Started)));

    public void Dispose() => meter.Dispose();

    private void Write(CallLogLine line) =>
        log.Log(LogLevel.Information, new EventId(1, "Call"), line, null, static (line, _) => line.ToString());
}
