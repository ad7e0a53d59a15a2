using CSharpChef.Stacks.Cloud.Databases;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Apps;

/// <summary>Validates which databases an app names: its recipes get their passwords.</summary>
internal static class AppDatabases
{
    /// <summary>Requires that each database is registered with the stack, or is an instance of the stack.</summary>
    /// <param name="stack">The stack of the app.</param>
    /// <param name="sources">The databases in the request.</param>
    /// <param name="call">The call.</param>
    public static async Task CheckAsync(string stack, IReadOnlyList<DataSource>? sources, Call call)
    {
        foreach (var arn in (sources ?? []).Select(source => source.Arn).Where(arn => !string.IsNullOrEmpty(arn)))
        {
            if (await StackOfAsync(arn!, call) != stack)
            {
                throw ApiError.Malformed(
                    "DataSources[0].Arn", arn!, $"it must be a database that is registered with the stack {stack}, or an instance of it");
            }
        }
    }

    private static async Task<string?> StackOfAsync(string arn, Call call) => Arn.Parse(arn) is ("instance", var id)
        ? (await call.Store.FindAsync<Instance>(id))?.StackId
        : (await call.Store.FindAsync<RdsDbInstance>(arn))?.StackId;
}
