using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Web.Api;

/// <summary>One call on its way: what is known of it so far, for the log and the figures.</summary>
internal sealed class ApiCall(string requestId, string address, long began)
{
    public string RequestId => requestId;

    public string Address => address;

    public long Began => began;

    public ApiTarget? Target { get; set; }

    public KeyHolder? Holder { get; set; }

    /// <summary>
    /// The id of the access key that a call says it is signed with; for a call that was let in, its holder says more.
    /// </summary>
    public string? ClaimedKey { get; set; }

    /// <summary>
    /// The operation as a label. Only names that are known may become one: a stranger's would be without number.
    /// </summary>
    public string Label(ApiAnswer answer) =>
        Holder is null || answer.Code == "UnknownOperationException" ? "none" : Target?.Operation ?? "none";
}
