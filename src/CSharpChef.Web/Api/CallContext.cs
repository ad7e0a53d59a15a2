using CSharpChef.Stacks.Users.Keys;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Web.Api;

/// <summary>The data about one call for the log and the metrics. It is filled in while the call is handled.</summary>
internal sealed class CallContext(string requestId, string address, long started) : IDisposable
{
    public string RequestId => requestId;

    public string Address => address;

    /// <summary>The timestamp of the call's start.</summary>
    public long Started => started;

    public ApiTarget? Target { get; set; }

    /// <summary>The authenticated user; null until the credential is verified.</summary>
    public KeyHolder? Holder { get; set; }

    /// <summary>True from when the head of the call was accepted until its whole body has arrived.</summary>
    public bool IsBodyPending { get; set; }

    /// <summary>The turn among the calls of the user, which ends with the call; null before it.</summary>
    public IDisposable? Turn { get; set; }

    /// <summary>The id of the access key with which the call claims to be signed.</summary>
    public string? ClaimedKey { get; set; }

    /// <summary>
    /// True when the answer refuses a client that is not known, also for a malformed request. A body that did not
    /// arrive, or a server that was unavailable, says nothing about the credential of a call.
    /// </summary>
    public bool IsRefused(ApiAnswer answer) => Holder is null && !IsBodyPending
        && answer.Status < StatusCodes.Status500InternalServerError;

    /// <summary>
    /// The operation as a label of metrics, only for known operations: unknown names would make the labels unbounded.
    /// </summary>
    public string Label(ApiAnswer answer) =>
        Holder is null || answer.Code == "UnknownOperationException" ? "none" : Target?.Operation ?? "none";

    public void Dispose() => Turn?.Dispose();
}
