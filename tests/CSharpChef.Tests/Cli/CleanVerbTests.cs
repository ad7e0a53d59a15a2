using CSharpChef.Tests.Converge.Runs;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli;

/// <summary>The refusal of <c>clean</c> while a run is active.</summary>
[Collection(LocalMachine.Name)]
public sealed class CleanVerbTests
{
    private static readonly string State = Environment.GetEnvironmentVariable("CSHARPCHEF_STATE")!;

    [Fact]
    public async Task The_refusal_has_commands_with_the_given_options_and_says_nothing_of_an_exit_code()
    {
        using var run = new ActiveRun(State);

        var refused = await CommandLine.RunAsync("clean", "local", "--no-sudo");

        refused.Exits(1)
            .Prints(
                $"run {ActiveRun.Name} has this machine",
                $"follow it with: csharpchef runs local follow {ActiveRun.Name} --no-sudo",
                $"end it with: csharpchef runs local cancel {ActiveRun.Name} --no-sudo")
            .DoesNotPrint("exit code", "removed what");
    }

    [Fact]
    public async Task The_document_of_a_refusal_has_its_exit_code_and_words()
    {
        using var run = new ActiveRun(State);

        var host = (await CommandLine.RunAsync("clean", "local", "--no-sudo", "--json")).Exits(1).Json.GetProperty("hosts")[0];

        Assert.Equal(1, host.GetProperty("exitCode").GetInt32());
        Assert.Contains("has this machine", host.GetProperty("output").GetString());
    }
}
