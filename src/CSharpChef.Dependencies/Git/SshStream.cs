using System.Collections.Concurrent;
using System.Diagnostics;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>The input and output of an ssh that runs a command of git.</summary>
internal sealed class SshStream : SmartSubtransportStream
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = [];
    private readonly TaskCompletionSource endOfErrors = new();
    private bool hasEnded;

    public SshStream(SmartSubtransport transport, Process process)
        : base(transport)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
    }

    public override int Read(Stream dataStream, long length, out long bytesRead)
    {
        var bytes = new byte[Math.Min(length, 65536)];
        var count = process.StandardOutput.BaseStream.Read(bytes);
        if (count == 0)
        {
            RequireSuccess();
        }

        dataStream.Write(bytes, 0, count);
        bytesRead = count;
        return 0;
    }

    public override int Write(Stream dataStream, long length)
    {
        try
        {
            dataStream.CopyTo(process.StandardInput.BaseStream);
            process.StandardInput.BaseStream.Flush();
            return 0;
        }
        catch (IOException)
        {
            RequireSuccess();
            throw;
        }
    }

    /// <summary>Ends ssh: by the end of its input, or else by force.</summary>
    public void End()
    {
        if (hasEnded)
        {
            return;
        }

        hasEnded = true;
        CloseStreams();
        if (!process.WaitForExit(TimeToEnd))
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    protected override void Free()
    {
        End();
        base.Free();
    }

    private void CloseStreams()
    {
        process.StandardOutput.Close();
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // ssh has ended before it read all.
        }
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            endOfErrors.TrySetResult();
        }
        else
        {
            errors.Enqueue(line);
        }
    }

    // The last line is the reason, or the first of git's advice about it.
    private void RequireSuccess()
    {
        if (process.WaitForExit(TimeToEnd) && process.ExitCode != 0)
        {
            endOfErrors.Task.Wait(TimeToEnd);
            var reason = errors.LastOrDefault(IsReason)?.Trim().TrimEnd('.');
            SshFailure.Note(reason ?? $"{GitAccess.EndOfSsh} with exit code {process.ExitCode}");
            throw new LibGit2SharpException(GitAccess.EndOfSsh);
        }
    }

    private static bool IsReason(string line) =>
        line.Trim().Length > 0 && !line.StartsWith("and the repository exists", StringComparison.Ordinal);
}
