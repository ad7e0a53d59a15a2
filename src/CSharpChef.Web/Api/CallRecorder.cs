using System.Diagnostics.Metrics;
using CSharpChef.Recipes;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Web.Api;

/// <summary>
/// Records every call: one line in the log, and the metrics. Calls without a valid credential have a limited number of
/// lines, and the rest of them are counted: those that were refused, and those whose credential was not judged.
/// </summary>
internal sealed class CallRecorder : IDisposable
{
    public const string MeterName = "CSharpChef";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private const int LinesPerSecond = 10;

    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> calls;
    private readonly Histogram<double> durations;
    private readonly ILogger log;
    private readonly TimeProvider time;
    private readonly LineSampling refusals;
    private readonly LineSampling unjudged;

    public CallRecorder(ILogger log, TimeProvider time)
    {
        this.log = log;
        this.time = time;
        refusals = new(LinesPerSecond, log.RefusalsLeftOut, time);
        unjudged = new(LinesPerSecond, log.UnjudgedLeftOut, time);
        calls = meter.CreateCounter<long>(
            "csharpchef.api.calls", description: "Calls of the API, by operation and result code.");
        durations = meter.CreateHistogram(
            "csharpchef.api.duration", "s", "Duration of calls of the API.", null, Seconds);
    }

    /// <param name="address">The address of the client.</param>
    public CallContext Begin(string address) =>
        new(Guid.CreateVersion7(time.GetUtcNow()).ToString(), address, time.GetTimestamp());

    public void Add(CallContext call, ApiAnswer answer)
    {
        var duration = time.GetElapsedTime(call.Started);
        var operation = new KeyValuePair<string, object?>("operation", call.Label(answer));
        calls.Add(1, operation, new("code", answer.Code ?? "OK"));
        durations.Record(duration.TotalSeconds, operation);
        Write(call, CallLogLine.Of(call, answer, duration), call.IsRefused(answer) ? refusals : unjudged);
    }

    /// <summary>Records a call whose client disconnected before its answer.</summary>
    public void AddDisconnected(CallContext call) =>
        Write(call, CallLogLine.Disconnected(call, time.GetElapsedTime(call.Started)), unjudged);

    /// <summary>Records a call whose answer broke off after its status was sent.</summary>
    public void AddBroken(CallContext call, Exception reason)
    {
        var operation = call.Target?.Operation ?? "-";
        if (reason is AnswerStalledException)
        {
            log.AnswerStalled(operation, call.RequestId, AnswerWriter.LongestStandstill.TotalSeconds);
        }
        else if (reason is ChefException)
        {
            log.AnswerRefused(operation, call.RequestId, reason.Message);
        }
        else
        {
            log.AnswerBroken(operation, call.RequestId, reason);
        }
    }

    public void Dispose()
    {
        refusals.Dispose();
        unjudged.Dispose();
        meter.Dispose();
    }

    private void Write(CallContext call, CallLogLine line, LineSampling sampling)
    {
        if (call.Holder is not null || sampling.Takes())
        {
            log.Log(LogLevel.Information, new EventId(1, "Call"), line, null, static (line, _) => line.ToString());
        }
    }
}
