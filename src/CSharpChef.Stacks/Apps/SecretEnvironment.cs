using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Apps;

/// <summary>
/// Moves the values of secure variables to members that are not shown. The filtered text keeps the value of a secure
/// variable, and the variable secure, also when a client that knows only keys and values sends it back.
/// </summary>
internal static class SecretEnvironment
{
    public static App Hide(App app)
    {
        var secrets = new Dictionary<string, Secret>();
        foreach (var variable in (app.Environment ?? []).Where(IsSecret))
        {
            var value = Secret.New(variable.Value);
            secrets[variable.Key] = value.IsFiltered
                ? app.SecretEnvironment.GetValueOrDefault(variable.Key) ?? throw UnknownKey(variable.Key)
                : value;
        }

        return app with
        {
            SecretEnvironment = secrets,
            Environment = [.. (app.Environment ?? []).Select(variable => IsSecret(variable)
                ? variable with { Value = Secret.Filtered, Secure = true }
                : variable with { Secure = false })],
        };
    }

    private static bool IsSecret(EnvironmentVariable variable) =>
        variable.Secure == true || variable.Value == Secret.Filtered;

    private static OperationException UnknownKey(string key) =>
        ApiError.Invalid("Environment", $"has the filtered text as the value of {key}, but no value is stored");
}
