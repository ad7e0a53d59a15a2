namespace CSharpChef.Recipes;

/// <summary>The secrets in the data of a stack.</summary>
internal static class StackSecrets
{
    public static IEnumerable<string> Of(StackData data) => data.Apps.SelectMany(Of)
        .Concat(data.Stack.Databases.Select(database => database.Password))
        .OfType<string>();

    private static IEnumerable<string?> Of(AppInfo app) =>
    [
        app.Source?.Password,
        app.Source?.SshKey,
        app.Ssl?.PrivateKey,
        .. app.SecretVariables.Select(name => app.Environment.GetValueOrDefault(name)),
    ];
}
