using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Matrix;

/// <summary>
/// Every action of every resource on a real machine, under each condition alone, and one action of each kind under
/// every pair of conditions.
/// </summary>
public sealed class ActionMatrixTests(Fleet fleet) : IAsyncLifetime
{
    private const int Node = 1;
    private const string Functions = """
        mkdir -p /srv/matrix /srv/repo; chmod 1777 /srv/matrix
        package() {
            mkdir -p "/srv/build/$1/DEBIAN"
            printf 'Package: %s\nVersion: %s\nArchitecture: all\nMaintainer: t <t@example.com>\nDescription: t\n' \
                "$1" "${2:-1}" >"/srv/build/$1/DEBIAN/control"
            dpkg-deb -Znone -b "/srv/build/$1" "/srv/repo/$1.deb" >/dev/null
        }
        installed() { dpkg -i "/srv/repo/$1.deb" >/dev/null; }
        unit() {
            printf '[Service]\nExecStart=sleep 9999\nExecReload=sh -c "echo >>/srv/matrix/%s.reloads"\n[Install]\nWantedBy=multi-user.target\n' \
                "$1" >"/usr/lib/systemd/system/$1.service"
        }
        """;

    private const string Sources = """
        cd /srv/repo
        for deb in *.deb; do
            [ -f "$deb" ] || continue
            dpkg-deb -f "$deb"
            printf 'Filename: ./%s\nSize: %s\nSHA256: %s\n\n' "$deb" "$(stat -c %s "$deb")" "$(sha256sum "$deb" | cut -d' ' -f1)"
        done >Packages
        echo 'deb [trusted=yes] file:/srv/repo ./' >/etc/apt/sources.list.d/matrix.list
        apt-get -qq update
        """;

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => [.. ActionSamples.ByKind.Keys];

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(ct);
        await Fleet.ResetAsync(Node, ct);
    }

    // Interfaces of the network outlive a reset.
    public async ValueTask DisposeAsync()
    {
        await Fleet.ExecAsync(
            Node, "for link in /sys/class/net/c[0-9]*; do ip link del ${link##*/} 2>/dev/null; done; :",
            CancellationToken.None);
        await Fleet.ResetAsync(Node, CancellationToken.None);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_action_does_the_same_under_each_condition_and_each_pair_of_them(string kind)
    {
        var cells = Cell.Of(kind);
        await OnNodeAsync($"{Functions}\n{string.Join('\n', cells.Select(cell => cell.Given))}\n{Sources}");
        using var recipes = Recipes();

        var planned = await recipes.RunAsync(Node, Recipe(cells), ct, ConvergeMode.Plan);
        RequireChanged(planned, cells);
        Assert.Equal(string.Concat(cells.Select(cell => $"{cell}\n")), await OnNodeAsync(Checks(cells)));

        RequireChanged(await recipes.RunAsync(Node, Recipe(cells), ct), cells);
        Assert.Equal("", await OnNodeAsync(Checks(cells)));
        Assert.Equal(Cell.NotifiedBy(cells), await NotifiedAsync());

        RequireUnchanged(await recipes.RunAsync(Node, Recipe(cells), ct), cells);
        Assert.Equal("", await OnNodeAsync(Checks(cells)));
        Assert.Equal("", await OnNodeAsync($"grep -rlF '{Cell.Secret}' /var/lib/csharpchef/runs || :"));
    }

    private static ScratchRecipes Recipes()
    {
        var recipes = new ScratchRecipes();
        recipes.AddFile("text", "text\n"u8.ToArray());
        recipes.AddTemplate("text.liquid", "{{ word }}\n");
        var attributes = Directory.CreateDirectory(Path.Combine(recipes.Cookbooks, "scratch", "attributes"));
        File.WriteAllText(Path.Combine(attributes.FullName, "default.json"), $$"""{ "word": "{{Cell.Secret}}" }""");
        return recipes;
    }

    /// <summary>The cells in front of one barrier and those behind it.</summary>
    private static string Recipe(IReadOnlyList<Cell> cells) =>
        $"{Part(cells, barrier: false)}await Converge();\n{Part(cells, barrier: true)}";

    private static string Part(IReadOnlyList<Cell> cells, bool barrier) =>
        string.Concat(cells.Where(cell => cell.Has(Condition.Barrier) == barrier).Select(cell => cell.Recipe));

    private static string Checks(IReadOnlyList<Cell> cells) => string.Join('\n', cells.Select(cell => cell.Check));

    private static void RequireChanged(HostReport report, IReadOnlyList<Cell> cells) =>
        Require(report, cells, _ => ResultStatus.Changed);

    private static void RequireUnchanged(HostReport report, IReadOnlyList<Cell> cells) =>
        Require(report, cells, cell => cell.Sample.IsRepeated ? ResultStatus.Changed : ResultStatus.Unchanged);

    private static void Require(HostReport report, IReadOnlyList<Cell> cells, Func<Cell, ResultStatus> expected)
    {
        Assert.True(report.Status == HostStatus.Ok, ScratchRecipes.FailureText(report));
        var wrong = cells.Select(cell => (Cell: cell, Result: Result(report, cell)))
            .Where(pair => pair.Result.Status != expected(pair.Cell))
            .Select(pair =>
                $"{pair.Cell}: {pair.Result.Status} {pair.Result.Message}");
        Assert.Equal("", string.Join('\n', wrong));
    }

    private static ResourceReport Result(HostReport report, Cell cell) =>
        report.Resources.Single(resource => resource.Resource.EndsWith($"[{cell.Id}]", StringComparison.Ordinal));

    private async Task<string[]> NotifiedAsync() =>
        (await OnNodeAsync("cat /srv/matrix/notified")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Task<string> OnNodeAsync(string command) => Fleet.ExecAsync(Node, command, ct);
}
