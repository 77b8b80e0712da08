"""Abbreviations of government Dutch, each of which ends in a full stop without ending a sentence."""

_LIST = """
a.d. a.g.v. a.h.w. a.j.b. a.u.b. afd. afz. al. alg. art. artt. b.a. b.g.g. bijl. bijv. blz. bt.w. bv. b.v.
c.a. c.q. ca. cf. cie. cs. c.s. d.d. d.i. d.m.v. d.w.z. dd. dep. dhr. div. dl. dr. drs. ds. e.a. e.d.
e.e.a. e.o. e.v. eg. enz. etc. evt. ev. excl. fig. fr. fte. gem. h.o. hfd. hfst. hr. i.a.v. i.c. i.c.m.
i.d. i.e. i.g.v. i.h.a. i.h.b. i.h.k.v. i.o. i.o.m. i.p.v. i.s.m. i.t.t. i.v.m. ibid. id. incl. ing. inz.
ir. jhr. jl. jr. k.k. kst. l. ltr. lid. m.a.w. m.b.t. m.b.v. m.i. m.i.v. m.m. m.m.v. m.n. m.u.v. max.
mevr. mej. mgr. min. mld. mln. mr. mrd. mw. n.a.v. n.b. n.l. n.o. n.t.b. n.v.t. nl. no. nr. nrs. o.a.
o.b.v. o.g.v. o.l.v. o.m. o.v.v. ong. ontv. p. p.a. p.m. par. pag. plm. plv. pp. prof. publ. r.o. red.
reg. rek. resp. s.v.p. samengest. sr. st. stb. stcrt. stct. t. t.a.v. t.b.v. t.g.v. t.h.v. t.k. t.n.v.
t.o.v. t.w.v. t.z.t. tel. toel. tweedekamer. u.o. uitg. v.a. v.d. v.h. v.l.n.r. v.t. v.v. vb. vgl. vlg.
vnl. voorz. vs. w.o. w.v.t.t.k. wnd. zgn. z.g. z.o.z. z.s.m.
"""
ABBREVIATIONS = frozenset(_LIST.split())
