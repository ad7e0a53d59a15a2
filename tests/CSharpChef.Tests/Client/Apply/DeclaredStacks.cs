using System.Text.Json.Nodes;
using CSharpChef.Client.Differences;
using CSharpChef.Client.Parts;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Client.Apply;

/// <summary>Stacks declared without a file, and their counterparts on a server.</summary>
internal static class DeclaredStacks
{
    public static IReadOnlyList<DeclaredPart> Of(Action<StackContext> file) => DeclaredPart.AllOf(One(file));

    public static StackDeclaration One(Action<StackContext> file)
    {
        var context = new StackContext(Directory.GetCurrentDirectory());
        file(context);
        return context.Stacks.Single();
    }

    public static ActualPart Actual(PartKind kind, string key, string members = "{}") =>
        new(kind, key, $"id-{key}", PartMembers.Plain((JsonObject)JsonNode.Parse(members)!))
        {
            Status = kind == PartKind.Instance ? "stopped" : null,
        };

    public static ActualStack ServerHas(params ActualPart[] parts) => new([Actual(PartKind.Stack, "shop"), .. parts]);

    public static StackDifference Difference(
        Action<StackContext> file,
        ActualStack actual,
        bool prune = false,
        bool replaceSecrets = false) => StackDifference.Of(
        Of(context =>
        {
            context.Stack("shop");
            file(context);
        }),
        actual,
        new DifferenceOptions(prune, replaceSecrets));
}
