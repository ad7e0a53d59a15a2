using CSharpChef.Tests.Testing.Outcomes;

namespace CSharpChef.Tests.Testing.Snapshots;

/// <summary>Runs that are compared with the snapshots beside this file, as a cookbook's tests do it.</summary>
public sealed class RunSnapshotTests(DeclaredRun declared) : IClassFixture<DeclaredRun>
{
    [Fact]
    public void A_run_matches_its_snapshot() => declared.Run.ShouldMatchSnapshot();

    [Fact]
    public void A_run_that_failed_matches_its_snapshot() =>
        declared.Failed.ShouldMatchSnapshot("no-folder", text => text.Replace("debian 12", "debian"));

    [Fact]
    public void A_run_without_a_verified_snapshot_fails_and_leaves_what_was_received()
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("CSHARPCHEF_ACCEPT_SNAPSHOTS") == "1", "all snapshots are to be accepted");
        var folder = Path.GetDirectoryName(Here())!;
        var received = Path.Combine(
            folder,
            $"{nameof(RunSnapshotTests)}.{nameof(A_run_without_a_verified_snapshot_fails_and_leaves_what_was_received)}.received.txt");

        var message = DeclaredRun.MessageOf(() => declared.Run.ShouldMatchSnapshot());

        Assert.StartsWith("the run has no verified snapshot ", message, StringComparison.Ordinal);
        Assert.Contains("package[nginx]: changed", File.ReadAllText(received), StringComparison.Ordinal);
        File.Delete(received);
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
