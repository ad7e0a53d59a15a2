using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.HouseRules.Rooms;

/// <summary>
/// The rooms of a project are ordered: each uses only rooms that the project's README lists before it. The root of the
/// project is last and may use all rooms.
/// </summary>
public sealed class RoomsTests
{
    [Theory]
    [InlineData("Cli", "csharpchef")]
    [InlineData("Client", "CSharpChef.Client")]
    [InlineData("Converge", "CSharpChef.Converge")]
    [InlineData("Dependencies", "CSharpChef.Dependencies")]
    [InlineData("Editor", "CSharpChef.Editor")]
    [InlineData("Recipes", "CSharpChef.Recipes")]
    [InlineData("Sdk", "CSharpChef.Sdk")]
    [InlineData("Stacks", "CSharpChef.Stacks")]
    [InlineData("Testing", "CSharpChef.Testing")]
    [InlineData("Web", "CSharpChef.Web")]
    public void A_room_uses_only_rooms_that_the_README_lists_before_it_and_never_the_root(
        string project, string assembly)
    {
        var order = RoomList.Read(Readme(project));

        Findings.AssertNone(RoomUses.In(project, assembly, (from, to) => IsBackward(order, from, to)));
    }

    [Theory]
    [InlineData("Cli")]
    [InlineData("Client")]
    [InlineData("Converge")]
    [InlineData("Dependencies")]
    [InlineData("Editor")]
    [InlineData("Recipes")]
    [InlineData("Sdk")]
    [InlineData("Stacks")]
    [InlineData("Testing")]
    [InlineData("Web")]
    public void The_README_of_a_project_lists_each_of_its_rooms(string project) =>
        Assert.Equal(RoomList.OnDisk(project), RoomList.Read(Readme(project)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_rooms_that_reach_a_machine_use_no_room_of_recipes_plans_facts_or_reports() => Findings.AssertNone(
        RoomUses.In("Converge", "CSharpChef.Converge", (from, to) =>
            from is "Ssh" or "Local" or "Sudo" or "Runs"
            && to is "Cookbooks" or "Compile" or "Discover" or "Attributes" or "Templates" or "Evaluate" or "Plan"
                or "Render" or "Results" or RoomList.Root));

    [Fact]
    public void Every_project_of_src_is_checked()
    {
        var projects = Directory.EnumerateDirectories(SourceTree.PathOf("src"))
            .Select(folder => Path.GetFileName(folder)["CSharpChef.".Length..])
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            ["Cli", "Client", "Converge", "Dependencies", "Editor", "Recipes", "Sdk", "Stacks", "Testing", "Web"],
            projects);
    }

    [Theory]
    [InlineData("A/One.cs", "namespace P.A; class One { P.B.Two two; }", "A uses B")]
    [InlineData("A/One.cs", "namespace P.A; class One { int Two() { var two = Maker.Make(); return two.Number; } }", "A uses B")]
    [InlineData("A/One.cs", "namespace P.A; class One { Whole whole; }", "A uses .")]
    [InlineData("A/C/One.cs", "namespace P.A.C; class One { P.B.Two two; }", "A uses B")]
    [InlineData("Top.cs", "namespace P; class Top { P.B.Two two; }", ". uses B")]
    public void A_use_of_another_room_is_found(string path, string text, string expected)
    {
        SyntaxTree[] trees =
        [
            Source(path, text),
            Source("B/Two.cs", "namespace P.B; class Two { public int Number; }"),
            Source("A/Maker.cs", "namespace P.A; class Maker { public static P.B.Two Make() => new(); }"),
            Source("Whole.cs", "namespace P; class Whole;"),
        ];

        var uses = RoomUses.Find("P", "P", trees, (from, to) => from != to);

        Assert.Contains(
            uses, use => use.Where.EndsWith(path, StringComparison.Ordinal) && $"{use}".StartsWith(expected + ":"));
    }

    [Fact]
    public void A_use_of_a_later_room_or_of_the_root_is_backward()
    {
        Assert.True(IsBackward(["A", "B"], from: "A", to: "B"));
        Assert.True(IsBackward(["A", "B"], from: "B", to: RoomList.Root));
        Assert.False(IsBackward(["A", "B"], from: "B", to: "A"));
        Assert.False(IsBackward(["A", "B"], from: "B", to: "B"));
        Assert.False(IsBackward(["A", "B"], from: RoomList.Root, to: "B"));
        Assert.False(IsBackward(["A", "B"], from: RoomList.Root, to: RoomList.Root));
    }

    private static SyntaxTree Source(string path, string text) =>
        CSharpSyntaxTree.ParseText(text, path: $"src/CSharpChef.P/{path}");

    private static bool IsBackward(IReadOnlyList<string> order, string from, string to) =>
        from != RoomList.Root && from != to
        && (to == RoomList.Root || IndexOf(order, to) >= IndexOf(order, from));

    private static int IndexOf(IReadOnlyList<string> order, string room) =>
        order.Contains(room) ? order.ToList().IndexOf(room) : int.MaxValue;

    private static string Readme(string project) => SourceTree.PathOf($"src/CSharpChef.{project}/README.md");
}
