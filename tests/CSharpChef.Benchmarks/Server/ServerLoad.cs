using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CSharpChef.Benchmarks.Server;

/// <summary>Calls a server at a steady rate or as fast as it answers.</summary>
internal sealed class ServerLoad(string url, string token) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 })
    {
        BaseAddress = new(url),
        DefaultRequestHeaders = { Authorization = new("Bearer", token) }
    };

    public void Dispose() => http.Dispose();

    public async Task CallAsync(string operation, object request)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(request)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        using var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        message.Headers.Add("X-Amz-Target", $"OpsWorks_20130218.{operation}");
        message.Headers.Add("amz-sdk-invocation-id", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(message);
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchmarkException($"{operation}: {await answer.Content.ReadAsStringAsync()}");
        }

        await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>
    /// Starts each call at its due time, whether earlier calls were answered or not, so that a slow server does not
    /// reduce the load.
    /// </summary>
    /// <returns>The milliseconds of each call since its due time.</returns>
    public static async Task<double[]> CallAtRateAsync(int perSecond, TimeSpan duration, Func<int, Task> call)
    {
        var clock = Stopwatch.StartNew();
        var calls = new List<Task<double>>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (clock.Elapsed < duration)
        {
            await timer.WaitForNextTickAsync();
            while (calls.Count < clock.Elapsed.TotalSeconds * perSecond)
            {
                calls.Add(TimedAsync(clock, calls.Count * 1000.0 / perSecond, call(calls.Count)));
            }
        }

        return await Task.WhenAll(calls);
    }

    /// <summary>Calls from several workers, each of which calls again when it gets an answer.</summary>
    /// <returns>The number of answers a second.</returns>
    public static async Task<double> CallContinuouslyAsync(int workers, TimeSpan duration, Func<int, Task> call)
    {
        var clock = Stopwatch.StartNew();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < duration)
            {
                await call(Interlocked.Increment(ref next));
            }
        })));
        return next / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Makes a number of calls from several workers.</summary>
    /// <returns>The milliseconds of each call.</returns>
    public static async Task<double[]> CallTimesAsync(int workers, int calls, Func<int, Task> call)
    {
        var clock = Stopwatch.StartNew();
        var times = new double[calls];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var n && n < calls)
            {
                times[n] = await TimedAsync(clock, clock.Elapsed.TotalMilliseconds, call(n));
            }
        })));
        return times;
    }

    private static async Task<double> TimedAsync(Stopwatch clock, double due, Task call)
    {
        await call;
        return clock.Elapsed.TotalMilliseconds - due;
    }
}
