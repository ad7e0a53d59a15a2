using CSharpChef.Stacks.Store;

namespace CSharpChef.TestSupport.Stacks;

/// <summary>Stores answers to calls as servers of earlier releases did: in the table of secrets.</summary>
internal static class EarlierAnswers
{
    public static Task<int> MoveBackAsync(DocumentStore store) => store.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                "insert into secret (id, kind, owner, key, sealed) select id, 'answer', at, key, sealed from answer",
                new { });
            return await session.ExecuteAsync("delete from answer", new { });
        },
        TestContext.Current.CancellationToken);
}
