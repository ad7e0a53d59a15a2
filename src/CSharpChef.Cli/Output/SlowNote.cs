namespace CSharpChef.Cli.Output;

/// <summary>Tells what is waited for, once the wait lasts over a second.</summary>
internal sealed class SlowNote(TextWriter error, TimeProvider clock)
{
    public static SlowNote OfConsole() => new(Console.Error, TimeProvider.System);

    public async Task<T> WhileAsync<T>(string text, Task<T> work)
    {
        using var stop = new CancellationTokenSource();
        if (await Task.WhenAny(work, Task.Delay(SlowPhases.Limit, clock, stop.Token)) != work)
        {
            await error.WriteLineAsync(text);
        }

        await stop.CancelAsync();
        return await work;
    }
}
