using System.Reflection;
using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.TestSupport.Stacks;

/// <summary>Finds all document types that belong to a stack.</summary>
internal static class StackDocuments
{
    /// <summary>Documents of the server, and the stack itself.</summary>
    private static readonly Type[] Others =
        [typeof(AccessKey), typeof(RetentionSettings), typeof(Stack), typeof(Token), typeof(UserProfile)];

    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(IDocument).Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(IDocument).IsAssignableFrom(type))
            .Except(Others)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static IEnumerable<Type> Sorted(IEnumerable<Type> types) =>
        types.OrderBy(type => type.Name, StringComparer.Ordinal);

    public static string KindOf(Type type) =>
        (string)type.GetProperty(nameof(IDocument.Kind), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    /// <summary>The document types of which the stack has documents.</summary>
    public static async Task<IReadOnlyList<Type>> InStackAsync(TestPlane server, string stack)
    {
        var kinds = await server.Plane.Store.ReadAsync(
            session => session.QueryAsync<string>(
                "select distinct kind from listing where owner = @stack", new { stack }),
            default);
        return [.. Types.Where(type => kinds.Contains(KindOf(type)))];
    }
}
