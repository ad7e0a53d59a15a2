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
    [InlineData("postgres://db/chef?colour=red", "has the option 'colour', which PostgreSQL connections do not have")]
    [InlineData("postgres://db/chef?sslmode=disabled", "gives the option 'sslmode' the value 'disabled', which it cannot have")]
    [InlineData("postgres://db/chef?Timeout=soon", "gives the option 'Timeout' the value 'soon', which it cannot have")]
    [InlineData("postgres:///chef", "names no host: write postgres://USER@HOST/DATABASE")]
    [InlineData("postgres://db:0/chef", "has the port 0")]
    public void A_text_that_is_not_a_PostgreSQL_URL_is_refused(string url, string message) =>
        Assert.Contains(
            message, Assert.Throws<StoreException>(() => PostgresUrl.Parse(url)).Message, StringComparison.Ordinal);

    [Fact]
    public void Options_of_a_PostgreSQL_URL_that_do_not_fit_together_are_refused() => Assert.Equal(
        "The options of the store's URL do not fit together: Connection can't have 'Max Pool Size' 20 under 'Min Pool Size' 100. Correct them.",
        Assert.Throws<StoreException>(
            () => PostgresDatabase.Open("postgres://db/chef?Minimum%20Pool%20Size=100")).Message);

    [Fact]
    public void A_PostgreSQL_URL_may_name_its_host_as_an_option_and_no_user()
    {
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(
            PostgresUrl.Parse("postgres:///chef?host=/var/run/postgresql"));

        Assert.Equal(("/var/run/postgresql", 5432, null), (settings.Host, settings.Port, settings.Username));
    }

    [Fact]
    public void A_Redis_URL_with_the_port_0_is_refused() => Assert.Contains(
        "The URL of the cluster has the port 0",
        Assert.Throws<StoreException>(() => RedisUrl.Parse("redis://cache:0")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_Redis_URL_becomes_the_host_port_and_password_of_a_connection()
    {
        var options = RedisUrl.Parse("rediss://:geheim@cache:6380");

        Assert.Equal(("geheim", true), (options.Password, options.Ssl));
        Assert.Throws<StoreException>(() => RedisUrl.Parse("http://cache"));
    }
}
