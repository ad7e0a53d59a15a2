using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Web.Api;

/// <summary>What is kept of calls: one line each in the log, and figures.</summary>
internal sealed class CallRecord : IDisposable
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

    public CallRecord(ILogger log, TimeProvider time)
    {
        this.log = log;
        this.time = time;
        calls = meter.CreateCounter<long>(
            "csharpchef.api.calls", description: "Calls of the API, by operation and by the code of their end.");
        durations = meter.CreateHistogram(
            "csharpchef.api.duration", "s", "How long calls of the API took.", null, Seconds);
    }

    public void Add(ApiCall call, ApiAnswer answer)
    {
        var took = time.GetElapsedTime(call.Began);
        var operation = new KeyValuePair<string, object?>("operation", call.Label(answer));
        calls.Add(1, operation, new("code", answer.Code ?? "OK"));
        durations.Record(took.TotalSeconds, operation);
        Write(CallLine.Of(call, answer, took));
    }

    public void AddLost(ApiCall call) => Write(CallLine.Lost(call, time.GetElapsedTime(call.Began)));

    public void AddBug(ApiCall call, Exception bug) => log.Broke(call.Target?.Operation ?? "-", call.RequestId, bug);

    public void Dispose() => meter.Dispose();

    private void Write(CallLine line) =>
        log.Log(LogLevel.Information, new EventId(1, "Call"), line, null, static (line, _) => line.ToString());
}
