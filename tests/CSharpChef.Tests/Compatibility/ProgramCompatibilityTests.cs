using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Compatibility;

/// <summary>Runs of an earlier build and of this one refuse each other, as runs of one build do.</summary>
[Collection(LocalMachine.Name)]
public sealed class ProgramCompatibilityTests
{
    public static TheoryData<string> Versions => CompatibilityData.Versions;

    [Theory, MemberData(nameof(Versions))]
    public async Task A_run_is_refused_while_a_run_of_an_earlier_build_has_the_machine_and_names_it(string version)
    {
        var data = new CompatibilityData(version);
        using var node = new HeldNode(data);
        using var earlier = EarlierProgram.Start(data);
        var earlierRun = earlier.EndAsync();
        await node.UntilHeldAsync(earlierRun);

        (await node.ConvergeAsync()).Exits(1)
            .Prints("another run is active on local", EarlierProgram.Run, EarlierProgram.Who);

        (await KeptNode.RunsAsync()).Exits(0)
            .Prints($"{EarlierProgram.Run}  running", EarlierProgram.Who, "hold the machine");
        Assert.Equal([EarlierProgram.Run], node.Journals);
        node.LetGo();
        Assert.Equal("end 0", (await earlierRun)[^1]);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_run_of_an_earlier_build_is_refused_while_a_run_has_the_machine_and_names_it(string version)
    {
        var data = new CompatibilityData(version);
        using var node = new HeldNode(data);
        var run = node.ConvergeAsync();
        await node.UntilHeldAsync(run);

        using var earlier = EarlierProgram.Start(data);
        var lines = await earlier.EndAsync();

        Assert.StartsWith($"busy {node.Journals.Single()} ", lines[^2], StringComparison.Ordinal);
        Assert.Equal("end 1", lines[^1]);
        node.LetGo();
        (await run).Exits(0).Prints("1 changed");
    }
}
