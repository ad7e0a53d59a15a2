using System.Text.Json.Serialization;

namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>A line that a worker reads: its request, or an answer to a question of the recipes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Run), "run")]
[JsonDerivedType(typeof(Compile), "compile")]
[JsonDerivedType(typeof(Converged), "converged")]
[JsonDerivedType(typeof(Output), "output")]
[JsonDerivedType(typeof(Secret), "secret")]
[JsonDerivedType(typeof(Items), "items")]
[JsonDerivedType(typeof(Item), "item")]
[JsonDerivedType(typeof(Refused), "refused")]
internal abstract record ServerMessage
{
    private ServerMessage()
    {
    }

    /// <summary>Runs the recipes of a node.</summary>
    /// <param name="RunList">The recipes, such as web::default.</param>
    /// <param name="Node">The node.</param>
    /// <param name="Nodes">What recipes see as <c>Nodes</c>; null for the node alone.</param>
    /// <param name="Stack">What recipes see of the stack; null when they see none.</param>
    /// <param name="TimeLimit">The time limit of the recipes in milliseconds.</param>
    internal sealed record Run(
        IReadOnlyList<string> RunList, NodeMessage Node, IReadOnlyList<NodeMessage>? Nodes, StackData? Stack,
        long TimeLimit) : ServerMessage;

    /// <summary>Compiles the recipes with these names, and those that they include.</summary>
    internal sealed record Compile(IReadOnlyList<string> Recipes) : ServerMessage;

    /// <summary>Answers a barrier, with the numbers of all resources that it has converged or changed.</summary>
    internal sealed record Converged(IReadOnlyList<int> Unchanged, IReadOnlyList<int> Changed) : ServerMessage;

    /// <summary>Answers a query.</summary>
    internal sealed record Output(string Text) : ServerMessage;

    /// <summary>Answers the question for a secret; null when there is none.</summary>
    internal sealed record Secret(string? Text) : ServerMessage;

    /// <summary>Answers the question for the items of a data bag.</summary>
    internal sealed record Items(IReadOnlyList<string> Names) : ServerMessage;

    /// <summary>Answers the question for a data bag item.</summary>
    internal sealed record Item(string Bag, string Name, string Json, string File, bool IsEncrypted) : ServerMessage;

    /// <summary>Throws an error where the recipe waits for an answer.</summary>
    internal sealed record Refused(FailureKind Failure, string Message, int? ExitCode) : ServerMessage;
}
