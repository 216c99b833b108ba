import type { BetterAuthOptions, DBAdapter, DBTransactionAdapter, Where } from 'better-auth';

type MakeAdapter = (options: BetterAuthOptions) => DBAdapter;

const within = (portalId: string, where: Where[] = []): Where[] => [...where, { field: 'portalId', value: portalId }];

const scoped = (portalId: string, adapter: DBTransactionAdapter): DBTransactionAdapter => ({
  ...adapter,
  create: (query) => adapter.create({ ...query, data: { ...query.data, portalId } }),
  findOne: (query) => adapter.findOne({ ...query, where: within(portalId, query.where) }),
  findMany: (query) => adapter.findMany({ ...query, where: within(portalId, query.where) }),
  count: (query) => adapter.count({ ...query, where: within(portalId, query.where) }),
  update: (query) => adapter.update({ ...query, where: within(portalId, query.where) }),
  updateMany: (query) => adapter.updateMany({ ...query, where: within(portalId, query.where) }),
  delete: (query) => adapter.delete({ ...query, where: within(portalId, query.where) }),
  deleteMany: (query) => adapter.deleteMany({ ...query, where: within(portalId, query.where) }),
  consumeOne: (query) => adapter.consumeOne({ ...query, where: within(portalId, query.where) }),
  incrementOne: (query) => adapter.incrementOne({ ...query, where: within(portalId, query.where) }),
});

/** An adapter that sees and writes the rows of one portal only, so that an e-mail address or a token means nothing elsewhere. */
export const scopeAdapter =
  (portalId: string, make: MakeAdapter): MakeAdapter =>
  (options) => {
    const adapter = make(options);
    return {
      ...scoped(portalId, adapter),
      transaction: (run) => adapter.transaction((inner) => run(scoped(portalId, inner))),
    };
  };
