using System.Collections;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>
/// One call as a line of the log, or as its members for a JSON log. It contains neither bodies nor headers as the
/// client sent them.
/// </summary>
internal sealed class CallLogLine(CallContext call, int status, string code, TimeSpan duration)
    : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] members =
    [
        new("Operation", call.Target?.Operation ?? "-"),
        new("Status", status),
        new("Code", code),
        new("Milliseconds", Math.Round(duration.TotalMilliseconds, 1)),
        new("Caller", call.Holder?.UserArn ?? "-"),
        new("Credential", call.Holder?.CredentialId ?? call.ClaimedKey ?? "-"),
        new("Address", call.Address),
        new("RequestId", call.RequestId),
    ];

    public int Count => members.Length;

    public KeyValuePair<string, object?> this[int index] => members[index];

    public static CallLogLine Of(CallContext call, ApiAnswer answer, TimeSpan duration) =>
        new(call, answer.Status, answer.Code ?? "OK", duration);

    /// <summary>The line of a call whose client disconnected before its answer.</summary>
    public static CallLogLine Disconnected(CallContext call, TimeSpan duration) =>
        new(call, StatusCodes.Status499ClientClosedRequest, "ClientClosed", duration);

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{members[0].Value} {members[1].Value} {members[2].Value} {members[3].Value} ms caller {members[4].Value} "
        + $"credential {members[5].Value} from {members[6].Value} request {members[7].Value}");

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => members.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
