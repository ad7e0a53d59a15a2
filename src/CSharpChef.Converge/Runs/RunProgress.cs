using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Runs;

/// <summary>Reads from a run's lines how far the run is: started, waiting for content, ended.</summary>
internal sealed class RunProgress(string token, IReadOnlyDictionary<string, FileContent> contents)
{
    private readonly TaskCompletionSource taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the run has the node or waits for it: from then on it can be cancelled there.</summary>
    public Task Taken => taken.Task;

    /// <summary>The run has taken the node.</summary>
    public bool HasNode => JournalLines > 0;

    public bool HasStarted { get; private set; }

    public bool HasEnded { get; private set; }

    /// <summary>The host has no run of this name.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>The journal stops before the end of the run: the program was killed.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>The lines of the journal read so far: after a lost connection, reading continues behind them.</summary>
    public int JournalLines { get; private set; }

    /// <summary>The number of the last line read in the journal; 0 when the journal does not have it.</summary>
    public int LastLine { get; private set; }

    /// <summary>The content that the program waits for, by its SHA-256, and the path of the file it goes to.</summary>
    public (string Sum, string Path)? MissingContent { get; private set; }

    /// <summary>Forgets a first attempt that never reached the host.</summary>
    public void Restart() => (HasStarted, IsUnknown, JournalLines) = (false, false, 0);

    public void Read(string line)
    {
        MissingContent = null;
        var before = JournalLines;
        JournalLines += JournalLines > 0 && IsOfJournal(line) ? 1 : 0;
        if (line.StartsWith(token + " ", StringComparison.Ordinal))
        {
            var words = line.Split(' ', 4);
            Read(words[1], words.ElementAtOrDefault(2) ?? "", words.ElementAtOrDefault(3) ?? "");
        }

        LastLine = JournalLines > before ? JournalLines : 0;
    }

    // Facts are for this connection alone, and the program that follows a journal adds lines of its own.
    private bool IsOfJournal(string line) =>
        !line.StartsWith($"{token} fact ", StringComparison.Ordinal)
            && line != $"{token} reading" && line != $"{token} none" && line != $"{token} over";

    private void Read(string word, string second, string rest)
    {
        switch (word)
        {
            case "hello": HasStarted = true; break;
            case "run":
                JournalLines = Math.Max(JournalLines, 1);
                taken.TrySetResult();
                break;
            case "waiting": taken.TrySetResult(); break;
            case "need": MissingContent = contents.ContainsKey(second) ? (second, rest) : null; break;
            case "end": HasEnded = true; break;
            case "none": IsUnknown = true; break;
            case "over": IsInterrupted = true; break;
        }
    }
}
