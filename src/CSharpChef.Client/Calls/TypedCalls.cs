using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Calls;

/// <summary>Calls whose answer is read into a record.</summary>
internal static class TypedCalls
{
    public static async Task<T> ReadAsync<T>(
        this ServerCall call, string operation, JsonObject request, JsonTypeInfo<T> type, CancellationToken ct)
    {
        var answer = await call(operation, request, ct);
        try
        {
            return answer.Deserialize(type)!;
        }
        catch (JsonException e)
        {
            throw new ConnectionException(
                ConnectionFailure.Unreachable,
                $"the answer to {operation} cannot be read: {e.Message} Is the server much newer or older than this tool?",
                e);
        }
    }
}
