using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Secrets;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Stacks.Secrets;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Runs;

/// <summary>
/// Answers recipes that ask the server for a secret of their stack. The stores of a person's machine are refused: they
/// would give recipes the files, the environment and the programs of the server.
/// </summary>
internal sealed class ServerAnswers : ISecretSource, IDataBagSource
{
    private readonly DocumentStore store;
    private readonly Stack stack;

    private ServerAnswers(DocumentStore store, Stack stack) => (this.store, this.stack) = (store, stack);

    public static ControllerAnswers Of(DocumentStore store, Stack stack)
    {
        var answers = new ServerAnswers(store, stack);
        return new(answers, answers);
    }

    public async Task<string?> ReadAsync(string name, CancellationToken ct) =>
        SecretName.HasStore(name)
            ? throw new RecipeException(
                $"Secret(\"{name}\") cannot be read on a server, which opens none of its files, variables, programs and vaults for recipes: store the value with csharpchef stack secret set")
            : await store.ReadAsync(session => FindAsync(session, name), ct) ?? throw new RecipeException(
                $"there is neither an attribute nor a secret of the stack \"{name}\": csharpchef stack secret set \"{stack.Name}\" \"{name}\" stores one");

    public Task<IReadOnlyList<string>> ItemsAsync(string bag, CancellationToken ct) =>
        Task.FromException<IReadOnlyList<string>>(Refusal(bag));

    public Task<ItemText> ItemAsync(ItemName name, CancellationToken ct) =>
        Task.FromException<ItemText>(Refusal(name.Bag));

    private async Task<string?> FindAsync(StoreSession session, string name) =>
        await StackSecret.FindAsync(session, stack.StackId, name) is { } secret
            ? await session.RevealAsync(secret, secret.Value)
            : null;

    private static RecipeException Refusal(string bag) => new(
        $"the data bag {bag} cannot be read: a server has only those with the data of the stack, such as aws_opsworks_app. Give the values as attributes in custom JSON");
}
