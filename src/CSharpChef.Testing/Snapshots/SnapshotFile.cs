using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>Compares a text with the verified file of a snapshot, and writes what was received.</summary>
internal sealed class SnapshotFile(SnapshotPlace place, SnapshotMode mode)
{
    /// <summary>The error of a text that differs; null when the verified file has it.</summary>
    public string? Mismatch(string text)
    {
        var verified = File.Exists(place.Verified) ? File.ReadAllText(place.Verified).ReplaceLineEndings("\n") : null;
        if (verified == text)
        {
            File.Delete(place.Received);
            return null;
        }

        if (mode == SnapshotMode.Accept)
        {
            File.WriteAllText(place.Verified, text);
            File.Delete(place.Received);
            return null;
        }

        File.WriteAllText(place.Received, text);
        return $"{What(verified, text)}\n{HowToAccept()}";
    }

    private string What(string? verified, string text) => verified is null
        ? $"the run has no verified snapshot {place.Verified}; received:\n{text}"
        : $"the run differs from its snapshot (- verified, + received):\n{UnifiedDiff.Of(place.Verified, verified, text)}";

    private string HowToAccept() => mode == SnapshotMode.Ci
        ? "This is CI, which accepts no snapshot: run the test on your machine, accept it there, and commit it."
        : $"""
            If the run is right, accept it:
                {(OperatingSystem.IsWindows() ? "move" : "mv")} "{place.Received}" "{place.Verified}"
            or accept all snapshots that differ: run the tests with {SnapshotSettings.Accept}=1.
            """;
}
