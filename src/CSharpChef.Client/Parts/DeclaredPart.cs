using System.Text.Json.Nodes;
using CSharpChef.Client.Records;

namespace CSharpChef.Client.Parts;

/// <summary>A part of a stack as the file declares it. In place of a secret, members hold the filtered text.</summary>
internal sealed record DeclaredPart(PartKind Kind, string Key, JsonObject Members)
{
    public IReadOnlyDictionary<string, SecretText> Secrets { get; init; } = new Dictionary<string, SecretText>();

    public SourceLocation At { get; init; }

    public static DeclaredPart Of(PartKind kind, Declaration declaration) =>
        new(kind, declaration.Key, PartMembers.Plain(declaration.Members()))
        {
            Secrets = declaration.Secrets(),
            At = declaration.DeclaredAt,
        };

    /// <summary>Returns the parts of a stack in the order in which they are created.</summary>
    public static IReadOnlyList<DeclaredPart> AllOf(StackDeclaration stack) =>
    [
        OfStack(stack),
        .. stack.LayerList.Select(layer => Of(PartKind.Layer, layer)),
        .. stack.AppList.Select(app => Of(PartKind.App, app)),
        .. stack.InstanceList.Select(instance => Of(PartKind.Instance, instance)),
        .. stack.PermissionList.Select(permission => Of(PartKind.Permission, permission)),
    ];

    // A part that is found by its id may be renamed.
    private static DeclaredPart OfStack(StackDeclaration stack)
    {
        var part = Of(PartKind.Stack, stack);
        if (stack.Id is not null)
        {
            part.Members[nameof(StackRecord.Name)] = stack.Key;
        }

        return part;
    }

    public override string ToString() => $"{Kind} {Key}";
}
