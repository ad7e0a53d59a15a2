using CSharpChef.FleetTests.Machines;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.FleetTests.Cases;

/// <summary>
/// Cases on a userland of nothing but busybox do what their snapshots say, and leave the state of the fake node.
/// </summary>
public sealed class BusyboxCaseTests
{
    // The busybox of Debian has no applets for accounts; packages and services need a machine; there is no bash;
    // the kernel parameters here are those of the machine that runs the tests.
    private static readonly string[] Elsewhere = ["group", "package", "script", "service", "sysctl", "user"];

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Cases =>
        [.. Case.All
            .Where(testCase =>
                testCase.IsAlpine
                || !(Elsewhere.Contains(testCase.Cookbook) || testCase.Cookbook == "cron"))
            .Select(testCase => (testCase.Cookbook, testCase.Name))];

    [Theory, MemberData(nameof(Cases))]
    public async Task Changes_what_the_fake_node_changes_and_leaves_the_same_state(string cookbook, string name)
    {
        using var root = await BusyboxRoot.CreateAsync(ct);
        Directory.CreateDirectory(Path.Combine(root.Folder, "srv"));
        var testCase = new Case(cookbook, name);
        var (fake, named) = await testCase.RunFakeAsync(() => FakeNode.Alpine320().OnAnyCommand().Returns(0), ct);

        var real = await testCase.RunAsync(
            mode => new BusyboxSession(root, mode), () => StateAsync(root, RealState.Program(named)), ct);

        Assert.Equal(await File.ReadAllTextAsync(testCase.PathOf(".verified.txt"), ct), real.Reports);
        Assert.Equal(real.StateAfterFirst, fake.StateAfterFirst);
        Assert.Equal(real.StateAfterSecond, fake.StateAfterSecond);
    }

    private async Task<string> StateAsync(BusyboxRoot root, string program) =>
        (await root.RunAsync(program, ct)).ExpectSuccess("reading the state");
}
