namespace CSharpChef.Stacks;

/// <summary>The front door: every call of the API, whoever carries it, goes through here.</summary>
internal sealed class ControlPlane
{
    /// <param name="target">As in X-Amz-Target: <c>OpsWorks_20130218.DescribeStacks</c>.</param>
    /// <returns>The answer's body.</returns>
    /// <exception cref="OperationException">The call is refused.</exception>
    public Task<byte[]> CallAsync(string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Whose the access key is; null when unknown. A key that may not be used says why in its refusal.</summary>
    public Task<KeyHolder?> FindAccessKeyAsync(string keyId, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Whose the bearer token is; null when unknown.</summary>
    public Task<KeyHolder?> FindTokenAsync(string token, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Null when calls can be answered, else why not.</summary>
    public Task<string?> NotReadyAsync(CancellationToken ct) => throw new NotImplementedException();
}
