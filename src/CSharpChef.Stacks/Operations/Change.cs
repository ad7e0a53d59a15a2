namespace CSharpChef.Stacks.Operations;

/// <summary>
/// An operation that may change the store: it locks what it gets, is noted in the activity log, and is done once
/// however often its client sends it.
/// </summary>
internal abstract class Change<TRequest, TResponse> : Operation<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    public sealed override bool IsQuery => false;
}
