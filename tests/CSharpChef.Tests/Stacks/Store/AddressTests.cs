using CSharpChef.Stacks.Cluster;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Databases;

namespace CSharpChef.Tests.Stacks.Store;

public sealed class AddressTests
{
    [Fact]
    public void A_PostgreSQL_URL_becomes_the_settings_of_a_connection()
    {
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(
            PostgresUrl.Parse("postgres://chef:p%40ss@db.example.com:5433/chef?SSL%20Mode=Require"));

        Assert.Equal(
            ("db.example.com", 5433, "chef", "chef", "p@ss"),
            (settings.Host, settings.Port, settings.Username, settings.Database, settings.Password));
        Assert.Equal(Npgsql.SslMode.Require, settings.SslMode);
    }

    [Theory]
    [InlineData("mysql://db/chef", "not a URL such as postgres://")]
    [InlineData("db", "not a URL such as postgres://")]
    [InlineData("postgres://db/chef?colour=red", "has the option 'colour'")]
    public void A_text_that_is_not_a_PostgreSQL_URL_is_refused(string url, string message) =>
        Assert.Contains(
            message, Assert.Throws<StoreException>(() => PostgresUrl.Parse(url)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_Redis_URL_becomes_the_host_port_and_password_of_a_connection()
    {
        var options = RedisUrl.Parse("rediss://:geheim@cache:6380");

        Assert.Equal(("geheim", true), (options.Password, options.Ssl));
        Assert.Throws<StoreException>(() => RedisUrl.Parse("http://cache"));
    }
}
