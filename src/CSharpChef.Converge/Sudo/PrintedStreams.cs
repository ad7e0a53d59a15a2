using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

/// <summary>Both output streams of a command, before its program has begun.</summary>
internal sealed class PrintedStreams(IRemoteProcess process)
{
    public MarkerReader Output { get; } = new(process.Output);

    public MarkerReader Error { get; } = new(process.Error);

    /// <summary>Texts of ours that are not shown to the user.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>The beginning of what both streams had so far.</summary>
    public string Text => Shown($"{Error.Text}\n{Output.Text}");

    /// <summary>Completes when one of the streams has more to look at.</summary>
    public Task NextAsync() => Task.WhenAny(Output.NextAsync(), Error.NextAsync());

    /// <summary>Takes what the streams have.</summary>
    public async Task CollectAsync()
    {
        await Output.CollectAsync();
        await Error.CollectAsync();
    }

    /// <summary>Reads what explains why a command has ended.</summary>
    /// <param name="isPastLogin">True when it ran: then its errors tell. What runs instead prints anywhere.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<string> WordsAsync(bool isPastLogin, CancellationToken ct)
    {
        while (!Error.AtEnd)
        {
            await Error.NextAsync().WaitAsync(ct);
            await Error.CollectAsync();
        }

        return isPastLogin ? Shown(Error.Text) : Text;
    }

    /// <summary>The command, with its streams from here on.</summary>
    public IRemoteProcess Rest() => new ResumedProcess(process, Output.Rest(), Error.Rest());

    private string Shown(string text) =>
        Hidden.Where(hidden => hidden.Length > 0).Aggregate(
            text, (rest, hidden) => rest.Replace(hidden, "", StringComparison.Ordinal));
}
