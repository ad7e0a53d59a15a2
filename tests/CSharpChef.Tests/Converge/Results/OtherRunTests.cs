using CSharpChef.Converge.Results;

namespace CSharpChef.Tests.Converge.Results;

/// <summary>The lock of a machine belongs to a run with a name or to a process: an empty name is never shown.</summary>
public sealed class OtherRunTests
{
    [Fact]
    public void A_run_is_named_with_the_command_that_follows_it()
    {
        var run = new OtherRun("run1", "ann@laptop");

        Assert.Equal(
            "another run is active on web1: run1 ann@laptop\nwait for it with --wait, or see it with: csharpchef runs web1 follow run1",
            Refusal(run));
        Assert.Equal("waits for run run1 ann@laptop", run.Waits);
    }

    [Theory]
    [InlineData("dotnet (process 7)", "dotnet (process 7)")]
    [InlineData("", "another process")]
    public void A_process_that_is_not_a_run_is_named_without_a_command_about_runs(string process, string shown)
    {
        var other = new OtherRun("", process);

        Assert.Equal(
            $"{shown} has the lock of web1 and is not a run\nend it, or wait for it with --wait", Refusal(other));
        Assert.Equal($"waits for {shown}, which has the lock of the machine and is not a run", other.Waits);
    }

    private static string Refusal(OtherRun other) => other.Refusal("web1", action => $"csharpchef runs web1 {action}");
}
