using System.Text.Json.Nodes;

namespace CSharpChef.TestSupport.Web;

/// <summary>An answer as a client reads it.</summary>
internal sealed record ApiReply(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Code => (string?)JsonNode.Parse(Body)!["__type"];

    public string Message => (string?)JsonNode.Parse(Body)!["message"] ?? "";

    public static async Task<ApiReply> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(pair => pair.Key, pair => string.Join(", ", pair.Value), StringComparer.OrdinalIgnoreCase);
        return new ApiReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(ct), headers);
    }

    /// <summary>Asserts an error in every place where one of the AWS clients looks for it.</summary>
    public void Refuses(int status, string code, string message)
    {
        Assert.Equal((status, code), (Status, Code));
        Assert.Equal(code, Headers["x-amzn-ErrorType"]);
        Assert.Contains(message, Message, StringComparison.Ordinal);
        Assert.Equal("application/x-amz-json-1.1", Headers["Content-Type"]);
        Assert.Equal(["__type", "message"], JsonNode.Parse(Body)!.AsObject().Select(member => member.Key));
        Assert.True(Guid.TryParse(Headers["x-amzn-RequestId"], out _));
    }
}
