using System.Globalization;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge.Runs;

/// <summary>Sends the content of files that a running program asks for by its SHA-256.</summary>
internal sealed class ContentFeed(ShellProgram program, RunProgress progress)
{
    /// <summary>Sends the missing content to the program's own input.</summary>
    public async Task SendAsync(Stream input, CancellationToken ct)
    {
        await using var content = program.Contents[progress.MissingContent!.Value.Sum].OpenRead();
        await content.CopyToAsync(input, ct);
        await input.FlushAsync(ct);
    }

    /// <summary>
    /// Over a new connection: continues the transfer that the lost one interrupted, if the program waits for content.
    /// </summary>
    public async Task ResumeAsync(RemoteShell shell, string token, CancellationToken ct)
    {
        if (progress.MissingContent is not var (sum, path))
        {
            return;
        }

        await using var process = await shell.StartAsync(JournalProgram.Feed, token, ShellQuote.Word(path), ct);
        await foreach (var line in OutputLines.ReadAsync(process.Output, ct))
        {
            if (line.StartsWith($"{token} have ", StringComparison.Ordinal))
            {
                await SendRestAsync(process.Input, sum, line.Split(' ')[2], ct);
            }
        }

        await process.Exit.WaitAsync(ct);
    }

    private async Task SendRestAsync(Stream input, string sum, string received, CancellationToken ct)
    {
        await using var content = program.Contents[sum].OpenRead();
        var isNumber = long.TryParse(received, CultureInfo.InvariantCulture, out var length);
        content.Seek(isNumber ? length : content.Length, SeekOrigin.Begin);
        await content.CopyToAsync(input, ct);
        await input.DisposeAsync();
    }
}
