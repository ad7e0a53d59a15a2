using System.Collections;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>
/// One call as a line of the log, or as its members for a log of JSON. Never a body, and never a header as the client
/// sent it.
/// </summary>
internal sealed class CallLine(ApiCall call, int status, string code, TimeSpan took)
    : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] members =
    [
        new("Operation", call.Target?.Operation ?? "-"),
        new("Status", status),
        new("Code", code),
        new("Milliseconds", Math.Round(took.TotalMilliseconds, 1)),
        new("Caller", call.Holder?.UserArn ?? "-"),
        new("Credential", call.Holder?.CredentialId ?? call.ClaimedKey ?? "-"),
        new("Address", call.Address),
        new("RequestId", call.RequestId),
    ];

    public int Count => members.Length;

    public KeyValuePair<string, object?> this[int index] => members[index];

    public static CallLine Of(ApiCall call, ApiAnswer answer, TimeSpan took) =>
        new(call, answer.Status, answer.Code ?? "OK", took);

    /// <summary>The client hung up before its answer.</summary>
    public static CallLine Lost(ApiCall call, TimeSpan took) =>
        new(call, StatusCodes.Status499ClientClosedRequest, "ClientClosed", took);

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{members[0].Value} {members[1].Value} {members[2].Value} {members[3].Value} ms caller {members[4].Value} "
        + $"credential {members[5].Value} from {members[6].Value} request {members[7].Value}");

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => members.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
