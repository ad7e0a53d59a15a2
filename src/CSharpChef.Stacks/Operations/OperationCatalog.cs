namespace CSharpChef.Stacks;

/// <summary>All operations. Each adds itself in its own file.</summary>
internal static partial class OperationCatalog
{
    private static Dictionary<string, Operation>? byTarget;

    public static IReadOnlyCollection<Operation> All => byTarget!.Values;

    /// <summary>By name.</summary>
    public static IReadOnlyList<Operation> Of(string prefix) =>
        [.. All.Where(operation => operation.Prefix == prefix).OrderBy(operation => operation.Name, StringComparer.Ordinal)];

    public static Operation Get(string target) => byTarget!.GetValueOrDefault(target) ?? throw Refuse.UnknownOperation(target);

    private static Operation Add(Operation operation)
    {
        (byTarget ??= []).Add(operation.Target, operation);
        return operation;
    }
}
