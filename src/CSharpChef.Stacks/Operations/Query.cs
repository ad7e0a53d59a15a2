namespace CSharpChef.Stacks.Operations;

/// <summary>An operation that changes nothing: it sees one state of the store and runs beside all others.</summary>
internal abstract class Query<TRequest, TResponse> : Operation<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    public sealed override bool IsQuery => true;
}
